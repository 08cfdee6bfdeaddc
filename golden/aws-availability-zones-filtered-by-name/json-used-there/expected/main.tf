locals {
  availability_zones = ["us-east-2a", "us-east-2b"]
}
