provider "aws" {
  default_tags {
    tags = {
      Environment = "Production"
    }
  }
}

variable "web_type" {
  type    = string
  default = "t3.micro"
}

resource "aws_db_instance" "orders" {
  engine         = "postgres"
  instance_class = "db.t4g.large"
}

resource "aws_launch_template" "web" {
  instance_type = var.web_type
}

resource "aws_elasticache_cluster" "sessions" {
  cluster_id = "sessions"
  engine     = "redis"
  node_type  = "cache.t3.small"
}
