resource "aws_db_subnet_group" "this" {
  name_prefix = "cluster-"
  subnet_ids  = var.subnet_ids
}

variable "subnet_ids" {
  type = list(string)
}
