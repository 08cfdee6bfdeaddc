resource "aws_acm_certificate" "site" {
  domain_name       = "example.com"
  validation_method = "DNS"
}

output "arn" {
  description = "Certificate of the site"
  value       = aws_acm_certificate.site.arn
}
