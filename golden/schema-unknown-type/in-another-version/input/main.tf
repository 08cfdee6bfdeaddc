resource "aws_opsworks_stack" "main" {
  name = "main"
}
