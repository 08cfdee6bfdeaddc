resource "aws_lb" "web" {
  internal = true
}

output "arn" {
  value = aws_lb.web.arn
}
