resource "aws_sns_topic" "costs" {
  name = "costs"
}

resource "aws_sqs_queue" "invoices" {
  name = "invoices"
  # tffix: ignore[terraform-comment-slashes] the vendor's
  delay_seconds = 5 // see the manual
}
