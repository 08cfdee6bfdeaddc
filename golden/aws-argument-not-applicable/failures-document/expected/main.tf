resource "aws_route53_health_check" "prod_health_check" {
}
