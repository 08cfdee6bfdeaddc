locals {
  availability_zones = ["us-east-2a", "us-east-2b"]
}

resource "aws_route53_health_check" "web" {
  count = length(local.availability_zones)
  fqdn  = "${local.availability_zones[count.index]}.example.com"
  port  = 443
  type  = "HTTPS"
}
