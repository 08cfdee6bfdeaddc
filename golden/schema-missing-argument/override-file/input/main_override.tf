# The rest of it stands in main.tf.
resource "aws_lb_target_group_attachment" "web" {
  port = 8080
}
