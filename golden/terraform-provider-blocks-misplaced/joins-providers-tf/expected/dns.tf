# Names of the shop.
resource "aws_route53_zone" "shop" {
  provider = aws.dns
  name     = "shop.example.com"
}
