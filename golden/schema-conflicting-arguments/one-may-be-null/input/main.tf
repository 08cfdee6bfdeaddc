variable "name" {
  type    = string
  default = null
}

variable "zones" {
  type    = list(string)
  default = []
}

resource "aws_security_group" "web" {
  name        = var.name
  name_prefix = var.name == null ? "web-" : null
}

resource "aws_autoscaling_group" "web" {
  max_size            = 2
  min_size            = 1
  availability_zones  = []
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  launch_template {
    id = "lt-0123456789abcdef0"
  }
}

resource "aws_rds_cluster" "main" {
  engine                      = "aurora-mysql"
  master_password             = var.name
  manage_master_user_password = false
}

resource "aws_route53_record" "www" {
  zone_id = "Z0123456789ABCDEFGHIJ"
  name    = "www.example.com"
  type    = "A"
  ttl     = 300
  records = var.zones

  dynamic "alias" {
    for_each = var.zones
    content {
      name                   = alias.value
      zone_id                = "Z0123456789ABCDEFGHIJ"
      evaluate_target_health = true
    }
  }
}
