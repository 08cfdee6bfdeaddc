data "aws_availability_zones" "available" {
  filter {
    name   = "zone-name"
    values = ["us-east-2a", "us-east-2b"]
  }
}

resource "aws_route53_health_check" "web" {
  count                           = length(data.aws_availability_zones.available.names)
  fqdn                            = "${data.aws_availability_zones.available.names[count.index]}.example.com"
  port                            = 443
  type                            = "HTTPS"
  insufficient_data_health_status = "Failure"

  depends_on = [data.aws_availability_zones.available]
}
