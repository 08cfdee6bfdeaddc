# Required by 4.67 under another name, and not in 5.99 at all.
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
}
