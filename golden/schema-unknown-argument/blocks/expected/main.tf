resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  # The data disk
  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 100
  }

  metadata_options {
    http_tokens = "required"
  }

  # Nothing of this name was ever there.
  backup_plan {
    schedule = "daily"
  }
}
