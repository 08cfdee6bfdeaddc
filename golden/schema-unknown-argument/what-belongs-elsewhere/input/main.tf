# Without its VPC the zone would be a public one.
resource "aws_route53_zone" "main" {
  name   = "example.internal"
  vpc_id = "vpc-0123456789abcdef0"
}

# What older versions had: host_header and path_pattern took its place.
resource "aws_lb_listener_rule" "static" {
  listener_arn = "arn:aws:elasticloadbalancing:us-east-2:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2"

  action {
    type             = "forward"
    target_group_arn = "arn:aws:elasticloadbalancing:us-east-2:111122223333:targetgroup/web/73e2d6bc24d8a067"
  }

  condition {
    field  = "path-pattern"
    values = ["/static/*"]
  }
}
