variable "zones" {
  type = list(string)
}

resource "aws_elasticache_cluster" "cache" {
  cluster_id                   = "cache"
  engine                       = "memcached"
  node_type                    = "cache.t3.micro"
  num_cache_nodes              = length(var.zones)
  preferred_availability_zones = var.zones
}
