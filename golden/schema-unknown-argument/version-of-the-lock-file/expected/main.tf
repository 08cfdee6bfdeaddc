resource "aws_autoscaling_policy" "scale_up" {
  name                   = "scale-up"
  autoscaling_group_name = "web"
}

# In 5.99 but not in 4.67: 5.31 may have it.
resource "aws_db_instance" "main" {
  identifier           = "main"
  instance_class       = "db.t3.micro"
  dedicated_log_volume = true
}
