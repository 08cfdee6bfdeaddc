resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/sdf"
  }

  ebs_block_device {
    device_name = "/dev/sdg"
  }

  dynamic "ebs_block_device" {
    for_each = ["/dev/sdh"]
    iterator = ebs_block_devices
    content {
      device_name = ebs_block_devices.value
    }
  }
}

resource "aws_instance" "api" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device {
    device_name = "/dev/sdf"
  }

  ebs_block_device {
    device_name = "/dev/sdg"
  }
}
