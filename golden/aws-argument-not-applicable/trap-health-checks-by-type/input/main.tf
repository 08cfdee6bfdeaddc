resource "aws_route53_health_check" "tcp" {
  type              = "TCP"
  ip_address        = "192.0.2.1"
  port              = 443
  failure_threshold = 3
}

resource "aws_route53_health_check" "http" {
  type          = "HTTP_STR_MATCH"
  ip_address    = "192.0.2.1"
  fqdn          = "www.example.com"
  port          = 80
  resource_path = "/health"
  search_string = "ok"
}

resource "aws_route53_health_check" "by_variable" {
  type          = var.kind
  fqdn          = "www.example.com"
  port          = 80
  resource_path = "/health"
}

variable "kind" {
  type = string
}
