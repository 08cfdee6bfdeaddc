/**
 * # Queues
 *
 * The snapshots are not made by Terraform.
 */

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
