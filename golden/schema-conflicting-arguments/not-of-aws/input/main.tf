resource "acme_certificate" "web" {
  name        = "web"
  name_prefix = "web-"
}

# Both can only be read: another rule tells of them.
resource "aws_default_security_group" "main" {
  name        = "main"
  name_prefix = "main-"
}
