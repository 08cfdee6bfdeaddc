resource "aws_sqs_queue" "jobs" {
  count = 2
  name  = "acme-jobs"
}
