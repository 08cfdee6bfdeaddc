output "network" {
  value = aws_subnet.a.vpc_id
}

output "log_buckets" {
  value = local.buckets
}

output "topic" {
  value = aws_sns_topic.alerts
}

output "first_queue" {
  value = "Send to ${aws_sqs_queue.orders[0].url}"
}

output "cluster" {
  value = { name = aws_ecs_cluster.shop.name }
}

output "address" {
  value = data.aws_lb.web.dns_name
}
