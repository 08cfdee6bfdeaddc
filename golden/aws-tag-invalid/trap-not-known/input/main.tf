variable "purpose" {
  type    = string
  default = "orders, carts"
}

variable "trust" {
  type = string
}

resource "aws_iam_role" "shop" {
  name_prefix        = "shop-"
  assume_role_policy = var.trust

  tags = {
    Purpose = var.purpose
  }
}

resource "google_compute_network" "main" {
  name = "main"
}

resource "aws_autoscaling_group" "main" {
  max_size = 1
  min_size = 1

  tag {
    key                 = "Name"
    value               = "main, the first"
    propagate_at_launch = true
  }
}
