locals {
  name = "web" # used

  # Nobody remembers what this was for.
  legacy_name = "${local.legacy_prefix}-web"

  legacy_prefix = "old"
}

locals {
  unused = true
}

resource "aws_sns_topic" "alerts" {
  name = local.name
}
