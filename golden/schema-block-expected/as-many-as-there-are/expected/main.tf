variable "disks" {
  type = map(object({ name = string, size = number }))
}

variable "is_public" {
  type = bool
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  dynamic "ebs_block_device" {
    for_each = var.disks

    content {
      device_name = "/dev/${ebs_block_device.key}"
      volume_size = ebs_block_device.value.size
    }
  }

  dynamic "ephemeral_block_device" {
    for_each = [for disk in var.disks : disk if disk.size == 0]

    content {
      device_name = ephemeral_block_device.value.name
    }
  }

  dynamic "metadata_options" {
    for_each = var.is_public ? [1] : []

    content {
      http_tokens = "required"
    }
  }
}
