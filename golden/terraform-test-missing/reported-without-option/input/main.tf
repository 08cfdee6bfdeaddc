resource "aws_sqs_queue" "orders" {
  name = "orders"
}

resource "random_password" "db" {
  length = 32
}

output "queue_url" {
  description = "URL of the queue"
  value       = aws_sqs_queue.orders.url
}

output "password" {
  description = "Password of the database"
  value       = random_password.db.result
  sensitive   = true
}
