override_data {
  target = data.aws_availability_zones.available
  values = {
    names = ["us-east-2c", "us-east-2d"]
  }
}

run "takes_the_first_zone" {
  command = plan

  assert {
    condition     = aws_ebs_volume.data.availability_zone == "us-east-2c"
    error_message = "The volume is not in the first zone."
  }
}
