resource "aws_launch_template" "web" {
  name = "web"

  dynamic "tag_specifications" {
    for_each = ["instance", "volume"]
    content {
      resource_type = tag_specifications.value

      tags {
        Name = "web"
      }
    }
  }
}
