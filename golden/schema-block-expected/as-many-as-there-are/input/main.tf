variable "disks" {
  type = map(object({ name = string, size = number }))
}

variable "is_public" {
  type = bool
}

resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"

  ebs_block_device = [for name, disk in var.disks : {
    device_name = "/dev/${name}"
    volume_size = disk.size
  }]

  ephemeral_block_device = [for disk in var.disks : { device_name = disk.name } if disk.size == 0]

  metadata_options = var.is_public ? { http_tokens = "required" } : null
}
