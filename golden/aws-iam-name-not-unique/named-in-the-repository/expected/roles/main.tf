resource "aws_iam_role" "by_arn" {
  name               = "prod-by-arn"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "by_lookup" {
  name               = "prod-by-lookup"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "by_input" {
  name               = "prod-by-input"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "by_workflow" {
  name               = "prod-by-workflow"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "by_script" {
  name               = "prod-by-script"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "by_data" {
  name               = "prod-by-data"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_iam_role" "unnamed" {
  name               = "prod-unnamed-${random_id.unnamed_suffix.hex}"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "random_id" "unnamed_suffix" {
  byte_length = 4
}
