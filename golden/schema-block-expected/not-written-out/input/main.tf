variable "disks" {
  type    = list(any)
  default = []
}

resource "aws_instance" "web" {
  ami              = "ami-0123456789abcdef0"
  instance_type    = "t3.micro"
  ebs_block_device = var.disks

  # There may be one of these.
  root_block_device = [{ volume_size = 20 }, { volume_size = 30 }]

  # The inner name would be taken for the outer one.
  network_interface = [for disk in var.disks : {
    device_index         = 0
    network_interface_id = join("", [for disk in disk.parts : disk.id])
  }]

  metadata_options = {
    http_tokens = "required"
    colour      = "red"
  }
}
