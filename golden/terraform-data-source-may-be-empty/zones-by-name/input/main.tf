data "aws_availability_zones" "available" {
  state = "available"

  filter {
    name   = "zone-name"
    values = ["us-east-2a"]
  }
}

output "zone" {
  value = data.aws_availability_zones.available.names[0]
}
