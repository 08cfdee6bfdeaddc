resource "aws_route53_health_check" "tcp" {
  type          = "TCP"
  ip_address    = "192.0.2.1"
  fqdn          = "www.example.com"
  port          = 443
  resource_path = "/health"
}

resource "aws_route53_health_check" "calculated" {
  type                   = local.calculated
  failure_threshold      = 3
  child_health_threshold = 1
  child_healthchecks     = ["a", "b"]
}

resource "aws_route53_health_check" "http" {
  type          = "HTTP"
  fqdn          = "www.example.com"
  port          = 80
  search_string = "ok"
}

locals {
  calculated = "CALCULATED"
}
