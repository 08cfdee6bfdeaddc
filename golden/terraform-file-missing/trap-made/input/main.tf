resource "local_file" "key" {
  filename = "${path.module}/key.pem"
  content  = "a"
}

locals {
  key     = file("${path.module}/key.pem")
  package = filebase64sha256("${path.module}/build/app.zip")
  ignored = file("${path.module}/generated/config.json")
}
