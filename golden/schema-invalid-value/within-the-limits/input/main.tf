variable "name" {
  type = string
}

resource "aws_iam_role" "exact" {
  name                 = "rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr"
  description          = "Liest die Größe der Dateien à la carte"
  max_session_duration = 43200
  assume_role_policy   = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "named" {
  name               = var.name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "prefixed" {
  name_prefix        = "web-server-reads-and-writes-a-lot-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "part" {
  name               = "${var.name}-reads-the-configuration-and-writes-logs"
  description        = ""
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

# 256 characters, of which AWS counts each as one although they are two bytes.
resource "aws_lambda_layer_version" "shared" {
  layer_name               = "shared"
  filename                 = "shared.zip"
  compatible_architectures = ["arm64", "x86_64"]
  description              = "éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé"
}

# No limit is known for what the prefix becomes, 0 is no batch size, and -1 is for ever.
resource "aws_lambda_event_source_mapping" "orders" {
  function_name                 = "orders"
  event_source_arn              = "arn:aws:kinesis:eu-west-1:111122223333:stream/orders"
  starting_position             = "LATEST"
  batch_size                    = 0
  maximum_record_age_in_seconds = -1
  maximum_retry_attempts        = -1
}

resource "aws_cloudwatch_log_group" "web" {
  name = "/aws/lambda/${var.name}_web.server#1"
}

# One by one they may be the same, and so a set of one.
resource "aws_grafana_workspace" "main" {
  account_access_type      = "CURRENT_ACCOUNT"
  authentication_providers = ["SAML"]
  permission_type          = "SERVICE_MANAGED"

  vpc_configuration {
    security_group_ids = ["sg-0a", "sg-0a", var.name, var.name == "a" ? "sg-0b" : "sg-0c", "sg-0d", "sg-0e"]
    subnet_ids         = ["subnet-0a", "subnet-0b"]
  }
}
