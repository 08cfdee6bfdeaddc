variable "mode" {
  type    = string
  default = "serverless"
}

resource "aws_rds_cluster" "old" {
  cluster_identifier  = "old"
  engine              = "aurora"
  master_username     = "old"
  master_password     = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "serverless" {
  cluster_identifier  = "serverless"
  engine              = "aurora-postgresql"
  engine_mode         = var.mode
  master_username     = "serverless"
  master_password     = "from-a-vault"
  skip_final_snapshot = true
}

resource "aws_rds_cluster" "v2" {
  cluster_identifier  = "v2"
  engine              = "aurora-postgresql"
  engine_mode         = "provisioned"
  master_username     = "v2"
  master_password     = "from-a-vault"
  skip_final_snapshot = true

  serverlessv2_scaling_configuration {
    max_capacity = 4
    min_capacity = 0.5
  }
}
