module "bucket" {
  source = "../../"

  name = "example"
}

resource "aws_sns_topic" "events" {
  name = "example"
}
