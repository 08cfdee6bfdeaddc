output "orders_dead_letters" {
  description = "Where messages end that nobody could read"
  value       = aws_sqs_queue.orders_dead.arn
}
