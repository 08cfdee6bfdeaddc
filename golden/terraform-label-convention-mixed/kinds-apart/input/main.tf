variable "controller_count" {
  type    = number
  default = 1
}

locals {
  cluster_tags = { Cluster = "web" }
}

resource "aws_security_group" "controller-etcd" {
  name_prefix = "etcd-"
  tags        = local.cluster_tags
}

resource "aws_security_group" "worker-http" {
  name_prefix = "http-"
  tags        = local.cluster_tags
}

data "aws_ami" "flatcar-stable" {
  owners      = ["075585003325"]
  most_recent = true
}

output "controller_count" {
  value = var.controller_count
}
