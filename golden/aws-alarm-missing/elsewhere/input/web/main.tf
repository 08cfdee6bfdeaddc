resource "aws_lb" "web" {
  name    = "web"
  subnets = var.subnet_ids
}

output "arn_suffix" {
  value = aws_lb.web.arn_suffix
}
