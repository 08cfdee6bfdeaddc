locals {
  role = "web-server-role-that-reads-the-configuration-and-writes-the-audit-logs"
}

variable "stage" {
  type = string
}

resource "aws_iam_role" "web" {
  name               = "web-server-role-that-reads-the-configuration-and-writes-the-audit-logs"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "copy" {
  name               = local.role
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# The stage adds at least nothing to what is too long already.
resource "aws_iam_role" "staged" {
  name               = "${var.stage}-${local.role}"
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

resource "aws_cloudwatch_event_rule" "orders" {
  name                = "orders"
  description         = var.stage == "live" ? "Sends what customers ordered to the warehouse, asks the carrier for a label, tells the customer when the parcel has left, and, when a parcel comes back, books the money back and puts what was in it on the shelf again, unless the warehouse says that it is damaged goods. Sends what customers ordered to the warehouse, asks the carrier for a label, tells the customer when the parcel has left, and, when a parcel comes back, books the money back and puts what was in it on the shelf again, unless the warehouse says that it is damaged goods." : "Orders"
  schedule_expression = "rate(5 minutes)"
}

resource "aws_lambda_layer_version" "shared" {
  layer_name          = "shared"
  filename            = "shared.zip"
  compatible_runtimes = ["python3.13"]
  description         = "Sends what customers ordered to the warehouse, asks the carrier for a label, tells the customer when the parcel has left, and, when a parcel comes back, books the money back and puts what was in it on the shelf again, unless the warehouse says that it is damaged goods."
}

# Too short: what it names has 20 characters at least.
resource "aws_vpclattice_access_log_subscription" "web" {
  resource_identifier = "svc-0123456789abcdef0"
  destination_arn     = "logs"
}
