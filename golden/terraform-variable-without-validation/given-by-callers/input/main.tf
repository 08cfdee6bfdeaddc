module "network" {
  source   = "./modules/network"
  vpc_cidr = aws_vpc_ipam_preview_next_cidr.main.cidr
}

resource "aws_vpc_ipam_preview_next_cidr" "main" {
  ipam_pool_id   = "ipam-pool-0123456789abcdef0"
  netmask_length = 24
}
