data "aws_caller_identity" "current" {}

resource "aws_instance" "web" {
  ami                    = var.ami_id
  instance_type          = local.instance_type
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = [module.network.security_group_ids]

  dynamic "ebs_block_device" {
    for_each = [1]
    content {
      device_name = "/dev/sdf"
      volume_size = var.disk_size
    }
  }
}

output "account" {
  value = data.aws_caller_identity.curent.account_id
}

output "suffix" {
  value = random_id.suffix[0].hex
}

output "network" {
  value = module.network.vpcid
}

module "network" {
  source = "./network"
}

module "fallback" {
  source = "./network"
  name   = try(module.network.old_name, "main")
}

variable "ami" {
  type = string
}
