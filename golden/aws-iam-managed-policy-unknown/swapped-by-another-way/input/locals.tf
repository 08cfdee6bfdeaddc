data "aws_partition" "current" {}

locals {
  needed = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/VPCFlowLogsRole"
}

variable "trail_policy" {
  type    = string
  default = "arn:aws:iam::aws:policy/service-role/VPCFlowLogsRole"
}
