data "aws_availability_zones" "overridden" {
  filter {
    name   = "zone-name"
    values = ["us-east-2c"]
  }
}
