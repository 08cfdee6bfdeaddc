resource "aws_route" "ipv4" {
  route_table_id         = "rtb-1"
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = "igw-1"
}

resource "aws_route" "ipv6" {
  route_table_id              = "rtb-1"
  destination_ipv6_cidr_block = "::/0"
  gateway_id                  = "igw-1"
}

resource "aws_route53_record" "blue" {
  zone_id        = "Z1"
  name           = "app"
  type           = "CNAME"
  ttl            = 60
  records        = ["blue.example.com"]
  set_identifier = "blue"

  weighted_routing_policy {
    weight = 1
  }
}

resource "aws_route53_record" "green" {
  zone_id        = "Z1"
  name           = "app"
  type           = "CNAME"
  ttl            = 60
  records        = ["green.example.com"]
  set_identifier = "green"

  weighted_routing_policy {
    weight = 1
  }
}
