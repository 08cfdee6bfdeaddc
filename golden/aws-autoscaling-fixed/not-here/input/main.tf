resource "aws_autoscaling_group" "bastion" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = var.subnet_ids
}

resource "aws_autoscaling_group" "given" {
  min_size            = var.size
  max_size            = var.size
  vpc_zone_identifier = var.subnet_ids
}

resource "aws_autoscaling_group" "nodes" {
  min_size            = 3
  max_size            = 3
  vpc_zone_identifier = var.subnet_ids

  tag {
    key                 = "k8s.io/cluster-autoscaler/enabled"
    value               = "true"
    propagate_at_launch = true
  }
}

resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = var.subnet_ids
}

output "autoscaling_group_name" {
  value = aws_autoscaling_group.web.name
}
