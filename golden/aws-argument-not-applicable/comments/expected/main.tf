resource "aws_route53_health_check" "web" {
  # What is checked.
  fqdn = "www.example.com"
  port = 443
  type = "HTTPS" # not HTTP

  # Set off: nobody's but the block's.

  failure_threshold = 3 # strikes

  # The end.
}
