/**
 * # Queues
 *
 * The snapshots are not made by Terraform.
 */
terraform {
  required_version = ">= 1.5"
}

variable "region" {
  type        = string
  description = "AWS region to deploy to"
}

# Resources
# --------------------------------------------------------------
provider "aws" {
  region = var.region
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
