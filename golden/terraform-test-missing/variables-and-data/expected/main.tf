terraform {
  required_version = ">= 1.5"
}

data "aws_caller_identity" "current" {}

data "aws_availability_zones" "available" {
  state = "available"
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

data "aws_ami" "ubuntu" {
  most_recent = true
  owners      = ["099720109477"]
}

resource "aws_iam_role" "worker" {
  name               = "worker-${data.aws_caller_identity.current.account_id}"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_subnet" "private" {
  count = length(var.private_subnet_cidrs)

  vpc_id            = var.vpc_id
  cidr_block        = var.private_subnet_cidrs[count.index]
  availability_zone = data.aws_availability_zones.available.names[count.index]
}

resource "aws_instance" "worker" {
  ami           = data.aws_ami.ubuntu.id
  instance_type = var.sizes.worker
  subnet_id     = aws_subnet.private[0].id
  tags          = var.tags
}

output "instance_id" {
  description = "ID of the instance"
  value       = aws_instance.worker.id
}
