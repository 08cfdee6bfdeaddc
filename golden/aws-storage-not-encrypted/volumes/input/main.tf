resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 40
}

resource "aws_instance" "app" {
  ami           = "ami-0a1b2c3d4e5f67890"
  instance_type = "t3.micro"

  root_block_device {
    volume_size = 20
  }

  dynamic "ebs_block_device" {
    for_each = ["/dev/sdf"]

    content {
      device_name = ebs_block_device.value
      encrypted   = false
      volume_size = 10
    }
  }
}

resource "aws_launch_template" "app" {
  name_prefix = "app-"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      encrypted   = "false"
      volume_size = 20
    }
  }
}
