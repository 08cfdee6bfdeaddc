/**
 * # Queues
 *
 * The snapshots are not made by Terraform.
 */

variable "region" {
  type        = string
  description = "AWS region to deploy to"
}

# Resources
# --------------------------------------------------------------

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
