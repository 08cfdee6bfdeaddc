data "aws_route53_zone" "main" {
  provider = aws.dns
  name     = "example.org"
}
